package dev.lockstep.simulator.host.queue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The XML of the Queue REST API, from the client's side. */
final class QueueXml {
  private QueueXml() {}

  static String message(String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return "<QueueMessage><MessageText>" + escaped + "</MessageText></QueueMessage>";
  }

  static List<ReceivedMessage> messages(String xml) {
    NodeList found = parse(xml).getElementsByTagName("QueueMessage");
    return IntStream.range(0, found.getLength())
        .mapToObj(index -> message((Element) found.item(index)))
        .toList();
  }

  private static ReceivedMessage message(Element element) {
    return new ReceivedMessage(
        text(element, "MessageId"),
        text(element, "PopReceipt"),
        Integer.parseInt(text(element, "DequeueCount")),
        text(element, "InsertionTime"),
        text(element, "ExpirationTime"),
        text(element, "TimeNextVisible"),
        text(element, "MessageText"));
  }

  private static String text(Element element, String name) {
    return Optional.ofNullable(element.getElementsByTagName(name).item(0))
        .map(org.w3c.dom.Node::getTextContent)
        .orElse("");
  }

  private static Element parse(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      // Real accounts begin their answers with a byte order mark.
      String text = xml.startsWith("\uFEFF") ? xml.substring(1) : xml;
      return factory
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(text)))
          .getDocumentElement();
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new QueueServiceException("reading the answer of the queue service", e);
    }
  }
}
