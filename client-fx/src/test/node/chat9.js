'use strict';

// A Socket.IO chat without history and answers, whose members get a copy for each room. Arguments: PORT [VERSION].

const { startSocketIo } = require('./start');
const hostile = require('./hostile');

const SYSTEM = '系统';
const PRIVATE = /@([^ ]+) (.+)/;

const io = startSocketIo();
const named = new Map();

io.on('connection', (socket) => {
  const rooms = [];
  let name = '';

  const line = (username, content) => ({ username, content, createAt: new Date().toISOString() });

  function say(text) {
    const [, whom, words] = PRIVATE.exec(text) || [];
    if (whom) {
      // Nobody looks whether there is such a name: without one, this ends the server.
      named.get(whom).send(line(name, words));
    } else if (rooms.length > 0) {
      rooms.forEach((room) => io.in(room).emit('message', line(name, text)));
    } else {
      io.emit('message', line(name, text));
    }
  }

  socket.on('message', (text) => {
    if (name) {
      say(text);
      if (text === hostile.WISH) {
        hostile.values('username', 'content').forEach((value) => io.emit('message', value));
        io.emit('message', hostile.markup('username', 'content'));
      }
    } else {
      name = text;
      named.set(name, socket);
      socket.broadcast.emit('message', line(SYSTEM, `<a>${name}</a> 加入了聊天`));
    }
  });

  socket.on('join', (room) => {
    if (!rooms.includes(room)) {
      rooms.push(room);
      socket.join(room);
      console.log(`${name} is in ${room}`);
    }
  });

  socket.on('leave', (room) => {
    if (rooms.includes(room)) {
      rooms.splice(rooms.indexOf(room), 1);
      socket.leave(room);
    }
  });
});
