/** What the client keeps on disk, in SQLite; the only package of the client that knows JDBC. Each store is owned by one thread. */
package hearth.client.store;
