/** The desktop client: talks to chat servers, and can host one in its own process. */
module hearth.client {
    requires atlantafx.base;
    requires hearth.server;
    requires info.picocli;
    requires java.logging;
    requires java.net.http;
    requires java.sql;
    requires javafx.base;
    requires javafx.controls;
    requires javafx.graphics;
    requires org.kordamp.ikonli.feather;
    requires org.kordamp.ikonli.javafx;
    requires org.nibor.autolink;
    requires org.slf4j;
    requires org.xerial.sqlitejdbc;
    requires tools.jackson.databind;

    // The toolkit creates the application; picocli sets the command line's options, which are fields.
    opens hearth.client.app to
            info.picocli,
            javafx.graphics;
}
