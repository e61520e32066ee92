'use strict';

// Plain text over WebSocket. Arguments: PORT [echo|relay]; an echo answers the sender, a relay passes on to the others.

const { others, startWebSocket } = require('./start');
const hostile = require('./hostile');

const sockets = startWebSocket();
const isRelay = others[0] === 'relay';

sockets.on('connection', (socket) => {
  socket.on('message', (data) => {
    const text = data.toString();
    if (text === hostile.WISH) {
      const { name, message } = hostile.markup('name', 'message');
      sockets.clients.forEach((each) => hostile.broken.forEach((broken) => each.send(broken)));
      sockets.clients.forEach((each) => each.send(`${name}: ${message}`));
    } else if (isRelay) {
      sockets.clients.forEach((each) => each !== socket && each.send(text));
    } else {
      socket.send(`ECHO: ${text}`);
    }
  });
});
