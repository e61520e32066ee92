/** The chat server and the protocol it speaks; a library for the desktop client, and a program of its own. */
module hearth.server {
    requires com.ibm.icu;
    requires info.picocli;
    requires java.management;
    requires java.net.http;
    requires java.sql;
    requires jdk.management;
    requires org.java_websocket;
    requires org.slf4j;
    requires org.xerial.sqlitejdbc;
    requires tools.jackson.databind;

    exports hearth.protocol;
    exports hearth.server;

    // The command line's options are fields that picocli sets.
    opens hearth.server to
            info.picocli;
}
