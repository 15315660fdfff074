package dev.parley.maven.report;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An SVG drawing on its way into a page: it loses what only a file of its own needs, and gains what a page needs. */
final class PageSvg {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    /** What PlantUML says of the drawing as a file, and of the lines it was made from; ids are unique in a page, not in a drawing. */
    private static final Set<String> OF_A_FILE = Set.of(
            "id",
            "style",
            "version",
            "zoomAndPan",
            "preserveAspectRatio",
            "contentStyleType",
            "xmlns:xlink",
            "lengthAdjust");

    private final Document document;
    private final Element root;

    private PageSvg(Document document) {
        this.document = document;
        this.root = document.getDocumentElement();
    }

    /** Takes a drawing as PlantUML makes it. */
    static PageSvg of(String svg) {
        PageSvg page = new PageSvg(parse(PageColour.replaceAll(svg)));
        page.clean(page.root);
        page.root.setAttribute("width", pixels(page.root.getAttribute("width")));
        page.root.setAttribute("height", pixels(page.root.getAttribute("height")));
        return page;
    }

    private static String pixels(String length) {
        return length.replace("px", "");
    }

    private void clean(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = attributes.getLength() - 1; i >= 0; i--) {
            String name = attributes.item(i).getNodeName();
            boolean colour = name.equals("style") && element != root;
            if (name.startsWith("data-") || name.equals("font-family") || (OF_A_FILE.contains(name) && !colour)) {
                element.removeAttribute(name);
            }
        }
        if (element.getAttribute("fill").startsWith("var(")) {
            element.setAttribute("style", "fill:" + element.getAttribute("fill") + ";" + element.getAttribute("style"));
            element.removeAttribute("fill");
        }
        NodeList children = element.getChildNodes();
        for (int i = children.getLength() - 1; i >= 0; i--) {
            Node child = children.item(i);
            if (child instanceof Element inner) {
                clean(inner);
            } else if (child.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE) {
                element.removeChild(child);
            }
        }
    }

    /**
     * Makes of each state a group that tells its number, so that the stepper can show where a role is. PlantUML draws a
     * simple state as a rounded box followed by its name, in the order in which states are declared.
     *
     * @return whether all states were found: it is not their drawing otherwise, but that of an error
     */
    boolean groupStates(int states) {
        List<Element> boxes = new ArrayList<>();
        NodeList rectangles = root.getElementsByTagNameNS(NAMESPACE, "rect");
        for (int i = 0; i < rectangles.getLength(); i++) {
            if (rectangles.item(i) instanceof Element box && box.hasAttribute("rx")) {
                boxes.add(box);
            }
        }
        for (int number = 0; number < boxes.size(); number++) {
            group(boxes.get(number), number);
        }
        return boxes.size() == states;
    }

    private void group(Element box, int number) {
        Node name = box.getNextSibling();
        Element group = document.createElementNS(NAMESPACE, "g");
        group.setAttribute("class", "state");
        group.setAttribute("data-state", Integer.toString(number));
        box.getParentNode().replaceChild(group, box);
        group.appendChild(box);
        group.appendChild(name);
    }

    /** Tells readers who do not see the drawing what it is and what it shows; the id is the page's for this drawing. */
    PageSvg described(String id, String title, String description) {
        root.insertBefore(labelled("desc", id, description), root.getFirstChild());
        root.insertBefore(labelled("title", id, title), root.getFirstChild());
        root.setAttribute("role", "img");
        root.setAttribute("aria-labelledby", id + "-title");
        root.setAttribute("aria-describedby", id + "-desc");
        return this;
    }

    private Element labelled(String name, String id, String text) {
        Element element = document.createElementNS(NAMESPACE, name);
        element.setAttribute("id", id + "-" + name);
        element.setTextContent(text);
        return element;
    }

    /** Returns the drawing as text. */
    String text() {
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter text = new StringWriter();
            transformer.transform(new DOMSource(root), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Document parse(String svg) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("what was drawn is no SVG", e);
        }
    }
}
