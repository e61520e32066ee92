package hearth.protocol;

/**
 * Who a server is.
 *
 * @param id its identity, which survives a restore
 * @param epoch its history, which does not
 */
public record ServerInfo(String id, String epoch, String name, String version) {}
