/**
 * What a chat server is to us: a connection that is recognised, takes requests and gives frames. The vocabulary is that of our protocol, the richest dialect; an
 * adapter for another one translates into it and lists what it can. Callbacks arrive one at a time on the adapter's threads.
 */
package hearth.client.link;
