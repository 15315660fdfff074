package dev.parley.maven.report;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.diagram.Dot;
import dev.parley.compiler.diagram.Mermaid;
import dev.parley.compiler.diagram.PlantUml;
import dev.parley.compiler.machine.StateMachine;
import java.util.ArrayList;
import java.util.List;

/**
 * A diagram as text, for tools that draw it.
 *
 * @param name the file's name
 * @param text what is in it
 */
record DiagramFile(String name, String text) {

    /** Returns all diagrams of a protocol; none if it has errors. */
    static List<DiagramFile> all(ReportedProtocol protocol) {
        return protocol.sound().map(DiagramFile::all).orElse(List.of());
    }

    private static List<DiagramFile> all(CompiledProtocol protocol) {
        String name = protocol.declaration().name();
        List<DiagramFile> files = new ArrayList<>();
        files.add(new DiagramFile("sequence.mmd", Mermaid.sequence(protocol.declaration())));
        files.add(new DiagramFile("sequence.puml", PlantUml.sequence(protocol.declaration())));
        files.add(new DiagramFile("global.mmd", Mermaid.states(name, protocol.global())));
        files.add(new DiagramFile("global.puml", PlantUml.states(name, protocol.global())));
        files.add(new DiagramFile("global.dot", Dot.states(name, protocol.global())));
        for (StateMachine machine : protocol.machines()) {
            String file = "machine-" + PlayerText.of(machine.role()).replaceAll("[, ]+", "-");
            files.add(new DiagramFile(file + ".mmd", Mermaid.states(machine)));
            files.add(new DiagramFile(file + ".puml", PlantUml.states(machine)));
            files.add(new DiagramFile(file + ".dot", Dot.states(machine)));
        }
        return files;
    }
}
