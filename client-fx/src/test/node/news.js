'use strict';

// Two namespaces of Socket.IO that greet, and pass on what is said in them. Arguments: PORT [VERSION].

const { startSocketIo } = require('./start');

const io = startSocketIo();

for (const namespace of ['/', '/news']) {
  io.of(namespace).on('connection', (socket) => {
    socket.emit('message', `${namespace} 欢迎光临`);
    socket.on('message', (text) => socket.broadcast.emit('message', text));
  });
}
