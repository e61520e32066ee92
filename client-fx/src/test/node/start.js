'use strict';

const http = require('node:http');

/** The arguments of all these programs: the port, and what else each takes. */
const [port, ...others] = process.argv.slice(2);

/** A web server on that port of the loopback; it says so once it listens. */
function start(onRequest = (_, response) => response.writeHead(404).end()) {
  const server = http.createServer(onRequest);
  server.listen(Number(port), '127.0.0.1', () => console.log(`listening on ${port}`));
  return server;
}

/** Socket.IO on that port, in the version that is the first of the other arguments. */
function startSocketIo() {
  const version = others[0] || '4';
  return require(`socket.io-${version}`)(start());
}

/** Plain WebSocket on that port; what a client breaks ends its connection only. */
function startWebSocket(onRequest) {
  const { WebSocketServer } = require('ws');
  const sockets = new WebSocketServer({ server: start(onRequest) });
  sockets.on('connection', (socket) => socket.on('error', () => socket.terminate()));
  return sockets;
}

module.exports = { others, start, startSocketIo, startWebSocket };
