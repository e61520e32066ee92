'use strict';

// Numbered commands over Socket.IO, each answered with its number and a code. Arguments: PORT [VERSION [PAST]]; so many
// messages of 60,000 bytes were said before.

const { others, startSocketIo } = require('./start');
const hostile = require('./hostile');

const GOOD = 200;
const UNAUTHORISED = 401;
const UNKNOWN = 404;
const MOST = 1000;

const io = startSocketIo();
const kept = Array.from({ length: Number(others[1] || 0) }, (_, ts) => ({ ts, from: 'Bo', text: '字'.repeat(20000) }));
let last = 0;

function beHostile(socket, ts) {
  hostile.broken.forEach((text) => socket.conn.write(text));
  hostile.broken.forEach((text) => socket.conn.write('2' + text));
  for (const value of hostile.values('from', 'text')) {
    io.emit('message', value);
    io.emit('message', { seq: value, body: value });
    io.emit('message', { cmd: 'notify', body: value });
    io.emit('message', { cmd: 'notify', body: { msgs: value } });
    io.emit('message', { cmd: 'notify', body: { msgs: [value] } });
  }
  io.emit('message', { cmd: 'notify', body: { msgs: [{ ts, ...hostile.markup('from', 'text') }] } });
}

io.on('connection', (socket) => {
  let name = '';

  const commands = {
    login: (params) => {
      name = String(params.name);
      socket.join('named');
      return { code: GOOD };
    },
    heartbeat: () => ({ code: GOOD }),
    send: (params) => {
      if (!name) {
        return { code: UNAUTHORISED };
      }
      last = Math.max(last + 1, Date.now());
      const said = { ts: last, from: name, text: params.text };
      kept.push(said);
      kept.splice(0, kept.length - MOST);
      socket.to('named').emit('message', { cmd: 'notify', body: { msgs: [said] } });
      if (params.text === hostile.WISH) {
        beHostile(socket, said.ts);
      }
      return { code: GOOD, ts: said.ts };
    },
    sync: (params) => ({ code: name ? GOOD : UNAUTHORISED, msgs: kept.filter((each) => each.ts > params.since) }),
    silence: () => undefined,
  };

  socket.on('message', ({ data }) => {
    const { cmd, seq, params = {} } = JSON.parse(data);
    const body = Object.hasOwn(commands, cmd) ? commands[cmd](params) : { code: UNKNOWN };
    if (body) {
      socket.emit('message', { seq, cmd, body });
    }
  });
});
