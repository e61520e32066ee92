'use strict';

// Rooms of JSON over plain WebSocket, with a beat that has to be answered. Arguments: PORT [BEATS [SECRET]]; so many beats may go
// unanswered in a row before one is cut off, and with a secret, a JWT (HS256) lets one in.

const crypto = require('node:crypto');
const { others, startWebSocket } = require('./start');
const hostile = require('./hostile');

const BEAT_MS = 1000;
const patience = Number(others[0] || 1);
const secret = others[1];

const sockets = startWebSocket();
const visitors = new Map();
const people = new Map();
const offline = new Map();

const members = (room) => [...visitors].filter(([, visitor]) => visitor.room === room);
const send = (socket, message) => socket.send(JSON.stringify(message));
const tellAll = (room, message) => members(room).forEach(([socket]) => send(socket, message));

function isSigned(token) {
  const [head, body, signature] = String(token).split('.');
  return crypto.createHmac('sha256', secret).update(`${head}.${body}`).digest('base64url') === signature;
}

function onAuth(socket, visitor, message) {
  visitor.authorised = isSigned(message.message);
  if (visitor.authorised) {
    members(undefined).forEach(([other]) => send(other, message));
  } else {
    send(socket, { event: 'noauth', message: 'please auth again' });
  }
}

function onEnter(socket, visitor, message) {
  visitor.room = message.roomId;
  visitor.name = message.message;
  visitor.uid = message.uid;
  people.set(message.uid, message.roomId);
  console.log(`${visitor.name} is in ${visitor.room}`);
  const num = members(visitor.room).length;
  tellAll(visitor.room, { ...message, name: visitor.name, num });
  (offline.get(visitor.uid) || []).forEach((missed) => send(socket, { roomId: visitor.room, ...missed, num }));
  offline.delete(visitor.uid);
}

function keepForTheAbsent(room, message) {
  const there = new Set(members(room).map(([, visitor]) => visitor.uid));
  for (const [uid, last] of people) {
    if (last === room && !there.has(uid)) {
      offline.set(uid, [...(offline.get(uid) || []), message]);
    }
  }
}

function beHostile(visitor) {
  const texts = hostile.values('name', 'message').map((value) => JSON.stringify(value));
  const messages = hostile
    .values('name', 'message')
    .filter((value) => value !== null && typeof value === 'object' && !Array.isArray(value))
    .flatMap((value) => ['message', 'enter', 'out'].map((event) => JSON.stringify({ event, ...value, num: 'many' })));
  members(visitor.room).forEach(([socket]) => {
    [...texts, ...messages, ...hostile.broken].forEach((text) => socket.send(text));
  });
  tellAll(visitor.room, { event: 'message', ...hostile.markup('name', 'message'), num: -1 });
}

function onMessage(socket, visitor, message) {
  if (message.event === 'heartbeat') {
    visitor.missed = 0;
  } else if (message.event === 'auth' && secret) {
    onAuth(socket, visitor, message);
  } else if (secret && !visitor.authorised) {
    send(socket, { event: 'noauth', message: 'please auth again' });
  } else if (message.event === 'enter') {
    onEnter(socket, visitor, message);
  } else {
    const said = { ...message, name: visitor.name };
    keepForTheAbsent(visitor.room, said);
    tellAll(visitor.room, { ...said, num: members(visitor.room).length });
    if (message.message === hostile.WISH) {
      beHostile(visitor);
    }
  }
}

function onGone(socket, visitor) {
  visitors.delete(socket);
  tellAll(visitor.room, { name: visitor.name, num: members(visitor.room).length, event: 'out' });
}

sockets.on('connection', (socket) => {
  const visitor = { missed: 0, answered: 0 };
  visitors.set(socket, visitor);
  // What does not parse ends the server, as it does those that this one stands for.
  socket.on('message', (data) => onMessage(socket, visitor, JSON.parse(data)));
  socket.on('close', () => onGone(socket, visitor));
});

setInterval(() => {
  for (const [socket, visitor] of [...visitors]) {
    if (visitor.missed < patience) {
      if (visitor.missed++ === 0) {
        console.log(`${visitor.name} answered ${visitor.answered++} beats`);
      }
      const num = visitor.room && members(visitor.room).length;
      send(socket, { event: 'heartbeat', message: 'ping', num });
    } else {
      socket.terminate();
    }
  }
}, BEAT_MS);
