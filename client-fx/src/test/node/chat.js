'use strict';

// A Socket.IO chat with rooms, private messages, colours and the newest 20 messages. Arguments: PORT [VERSION [GREETING_MS]]; so long it lets everybody wait.

const { others, startSocketIo } = require('./start');
const hostile = require('./hostile');

const SYSTEM = '系统';
const PRIVATE = /@([^ ]+) (.+)/;
const COLOURS = ['#00bcd4', '#f44336', '#8bc34a', '#607d8b'];
const MOST = 20;

const io = startSocketIo();
const greetingMillis = Number(others[1] || 0);
const history = [];
const named = new Map();
let visitors = 0;

function beHostile(socket) {
  const wrong = hostile.values('user', 'content');
  wrong.forEach((value) => io.emit('message', value));
  wrong.forEach((value) => io.emit('joined', value === 'a bare text' ? null : value));
  wrong.forEach((value) => io.emit('history', value));
  io.emit('message');
  io.emit('nonsense', 1, 2, 3);
  hostile.broken.forEach((text) => socket.conn.write(text));
  hostile.broken.forEach((text) => socket.conn.write('2' + text));
  io.emit('message', { ...hostile.markup('user', 'content'), createAt: 'once upon a time' });
}

if (greetingMillis > 0) {
  io.use((socket, next) => setTimeout(next, greetingMillis));
}

io.on('connection', (socket) => {
  const rooms = [];
  const color = COLOURS[visitors++ % COLOURS.length];
  let name = '';

  const line = (user, content) => ({ user, color, content, createAt: new Date().toLocaleString() });
  const tell = (content) => socket.emit('message', line(SYSTEM, content));

  function say(text) {
    const [, whom, words] = PRIVATE.exec(text) || [];
    if (whom) {
      if (named.has(whom)) {
        named.get(whom).emit('message', line(name, words));
      }
    } else if (rooms.length > 0) {
      rooms.reduce((members, room) => members.to(room), io).emit('message', line(name, text));
    } else {
      history.push(line(name, text));
      history.splice(0, history.length - MOST);
      io.emit('message', line(name, text));
    }
  }

  socket.on('message', (text) => {
    if (name) {
      say(text);
      if (text === hostile.WISH) {
        beHostile(socket);
      }
    } else {
      name = text;
      named.set(name, socket);
      socket.broadcast.emit('message', line(SYSTEM, `${name}加入了聊天！`));
    }
  });

  socket.on('join', (room) => {
    if (name && !rooms.includes(room)) {
      rooms.push(room);
      socket.join(room);
      console.log(`${name} is in ${room}`);
      socket.emit('joined', room);
      tell(`你已加入${room}战队`);
    }
  });

  socket.on('leave', (room) => {
    if (rooms.includes(room)) {
      rooms.splice(rooms.indexOf(room), 1);
      socket.leave(room);
      socket.emit('leaved', room);
      tell(`你已离开${room}战队`);
    }
  });

  socket.on('getHistory', () => {
    if (history.length > 0) {
      socket.emit('history', history);
    }
  });
});
