package dev.lockstep.config;

import dev.lockstep.model.BackendTrust;
import java.util.List;

/** The properties of a binding that say which roots its gateway has to trust. */
final class TrustSchema {
  private static final String IDENTIFIER =
      "[hH][tT]{2}[pP][sS]://[A-Za-z0-9.-]+/([sS][eE][cC][rR][eE][tT]|[cC][eE][rR][tT][iI][fF][iI][cC][aA][tT][eE])[sS]"
          + "/[A-Za-z0-9-]{1,127}(/[A-Za-z0-9]+)?/?";

  static final Property BACKEND_TRUST =
      new Property(
              "backendTrust",
              "`auto`, `public` or `listed`",
              "`auto`",
              "",
              "Which roots a backend setting lists: by the chains (none if all are publicly trusted,"
                  + " else all), never any, or always all.")
          .holding(Shape.Choice.of(BackendTrust.values(), BackendTrust::wireName));
  static final Property TRUST_BUNDLE =
      new Property(
              "trustBundle",
              "an object",
              "none",
              "",
              "Your roots and intermediates, the ones to come as well: the first source of trust.")
          .holding(new Shape.Group("trustBundle"));
  static final Property READ_CHAIN =
      new Property(
              "readChain",
              "true or false",
              "`false`",
              "needs a role of its own on the vault, see deployment.md",
              "Lets the secret behind a certificate be read for its chain. It holds the private key"
                  + " too, which is not kept.")
          .holding(Shape.FLAG);
  static final Property PRESENTED_CHAIN =
      new Property(
              "presentedChain",
              "true or false",
              "`true`",
              "only addresses and names that the service reports",
              "Looks at the chain that the service presents at its private addresses.")
          .holding(Shape.FLAG);

  static final Property BLOB =
      new Property(
              "blob",
              "an https URL",
              "",
              "either this or `certificates`; below the cloud's storage suffix, without a query",
              "A blob with PEM text, read with the app's identity.")
          .holding(new Shape.Text("[hH][tT]{2}[pP][sS]://[A-Za-z0-9.:-]+/[A-Za-z0-9._$~/-]+"));
  static final Property CERTIFICATES =
      new Property(
              "certificates",
              "a list of ids of Key Vault certificates or secrets",
              "",
              "either this or `blob`; below the cloud's vault suffix; only public parts are read",
              "Certificates in vaults.")
          .holding(new Shape.Many(new Shape.Text(IDENTIFIER), 1));

  static final List<Property> BUNDLE = List.of(BLOB, CERTIFICATES);

  private TrustSchema() {}
}
