'use strict';

// A Socket.IO chat that stores everything, rooms too, and notices most things. Arguments: PORT [VERSION].

const { startSocketIo } = require('./start');
const hostile = require('./hostile');

const SYSTEM = '系统';
const PRIVATE = /@([^ ]+) (.+)/;
const MOST = 20;

const io = startSocketIo();
const stored = [];
const named = new Map();

io.on('connection', (socket) => {
  const rooms = [];
  let name = '';

  const line = (user, content) => ({ user, content, createAt: new Date().toISOString() });
  const tell = (content) => socket.emit('message', line(SYSTEM, content));

  function store(said) {
    const isThreeBytes = !/[\u{10000}-\u{10ffff}]/u.test(said.content);
    if (isThreeBytes) {
      stored.push({ id: stored.length + 1, ...said, createAt: said.createAt.replace(/\.\d+Z$/, '.000Z') });
    }
  }

  function say(text) {
    const [, whom, words] = PRIVATE.exec(text) || [];
    if (whom) {
      if (named.has(whom)) {
        named.get(whom).emit('message', line(name, words));
      } else {
        tell('你私聊的用户不在线');
      }
      return;
    }
    const said = line(name, text);
    store(said);
    rooms.reduce((members, room) => members.to(room), io).emit('message', said);
  }

  socket.on('message', (text) => {
    if (name) {
      say(text);
      if (text === hostile.WISH) {
        hostile.values('user', 'content').forEach((value) => io.emit('message', value));
        hostile.values('user', 'content').forEach((value) => io.emit('allMessages', value));
        io.emit('message', hostile.markup('user', 'content'));
      }
    } else {
      name = text;
      named.set(name, socket);
      socket.broadcast.emit('message', line(SYSTEM, `${name}加入了聊天室`));
    }
  });

  socket.on('join', (room) => {
    if (rooms.includes(room)) {
      tell(`你已经在${room}房间了!请不要重复进入!`);
    } else {
      rooms.push(room);
      socket.join(room);
      console.log(`${name} is in ${room}`);
      tell(`你成功进入了${room}房间!`);
      socket.emit('joined', room);
    }
  });

  socket.on('leave', (room) => {
    if (rooms.includes(room)) {
      rooms.splice(rooms.indexOf(room), 1);
      socket.leave(room);
      tell(`你已经离开了${room}房间!`);
      socket.emit('leaved', room);
    } else {
      tell(`你并不在${room}房间，离开个毛!`);
    }
  });

  socket.on('getAllMessages', () => socket.emit('allMessages', stored.slice(-MOST)));
});
