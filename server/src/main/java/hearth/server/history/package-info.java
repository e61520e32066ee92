/**
 * Keeps everything that must survive a restart, in one SQLite file; the only package that knows JDBC. The writing side is owned by the hub thread, the
 * reading side by the reader thread.
 */
package hearth.server.history;
