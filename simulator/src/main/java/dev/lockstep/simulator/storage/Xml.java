package dev.lockstep.simulator.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** The little XML that the storage services speak. */
final class Xml {
  private Xml() {}

  /** An element around markup. */
  static String element(String name, String inner) {
    return "<" + name + ">" + inner + "</" + name + ">";
  }

  /** An element around text. */
  static String text(String name, String value) {
    return element(name, escape(value));
  }

  static String escape(String value) {
    StringBuilder escaped = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\r' -> escaped.append("&#xD;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** The text of the first element of that name; throws InvalidXmlDocument if it is no XML. */
  static Optional<String> first(Bytes document, String name) {
    return Optional.ofNullable(parse(document).getElementsByTagName(name).item(0))
        .map(org.w3c.dom.Node::getTextContent);
  }

  private static Document parse(Bytes document) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new ByteArrayInputStream(document.toArray()));
    } catch (SAXException e) {
      throw StorageError.INVALID_XML.asException();
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException("this Java runtime has no usable XML parser", e);
    }
  }
}
