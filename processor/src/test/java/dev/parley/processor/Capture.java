package dev.parley.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Reads the protocols of a compilation, and no more. */
@SupportedAnnotationTypes(AnnotationNames.PROTOCOL)
final class Capture extends AbstractProcessor {

    private final List<Reading> readings = new ArrayList<>();

    /** Returns what has been read, in the order of the sources. */
    List<Reading> readings() {
        return readings;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            for (Element protocol : round.getElementsAnnotatedWith(annotation)) {
                readings.add(SourceReader.read((TypeElement) protocol));
            }
        }
        return false;
    }
}
