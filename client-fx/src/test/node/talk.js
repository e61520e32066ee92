'use strict';

// A relay on Socket.IO, without names. Arguments: PORT [VERSION [talk|chatEvent]].

const { others, startSocketIo } = require('./start');
const hostile = require('./hostile');

const io = startSocketIo();
const isTalk = (others[1] || 'talk') === 'talk';
const up = isTalk ? 'talk' : 'chatEvent';
const down = isTalk ? 'talk' : 'ServerMsg';

io.on('connection', (socket) => {
  socket.join('KPL');
  socket.on(up, (value) => {
    if (value === hostile.WISH) {
      hostile.values('user', 'content').forEach((each) => io.emit(down, each));
      hostile.broken.forEach((text) => socket.conn.write('2' + text));
      io.emit(down);
      io.emit(down, '<b>bold</b>');
    } else {
      socket.to('KPL').emit(down, value);
    }
  });
});
