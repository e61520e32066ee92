'use strict';

// A chat of typed JSON behind a sign-in form: POST /signin gives a cookie, /ws/chat wants it. Arguments: PORT [NAME_CHARS];
// it cuts longer names.

const { others, startWebSocket } = require('./start');
const hostile = require('./hostile');

const INVALID_USER = 4001;
const nameChars = Number(others[0] || 100);

let users = 0;
let messages = 0;

function onRequest(request, response) {
  if (request.url !== '/signin') {
    response.writeHead(404).end();
    return;
  }
  if (request.method !== 'POST') {
    response.writeHead(405, { Allow: 'POST' }).end();
    return;
  }
  let body = '';
  request.on('data', (data) => (body += data));
  request.on('end', () => {
    const id = ++users;
    const name = (new URLSearchParams(body).get('name') || '路人甲').slice(0, nameChars);
    const cookie = Buffer.from(JSON.stringify({ id, name, image: id % 10 })).toString('base64');
    response.writeHead(302, { 'Set-Cookie': `name=${cookie}; path=/; httponly`, Location: '/' }).end('Redirecting');
  });
}

const sockets = startWebSocket(onRequest);

function userOf(request) {
  const [, cookie] = /(?:^|; *)name=([^;]+)/.exec(request.headers.cookie || '') || [];
  try {
    const user = JSON.parse(Buffer.from(cookie, 'base64').toString());
    return user && user.name ? user : null;
  } catch {
    return null;
  }
}

const message = (type, user, data) => JSON.stringify({ id: ++messages, type, user, data });
const tellAll = (text) => sockets.clients.forEach((each) => each.send(text));

function beHostile(user) {
  const names = [null, 7, {}, { name: null }, { name: 7 }];
  names.forEach((each) => ['join', 'left', 'chat', 'list', 'odd'].forEach((type) => tellAll(message(type, each, each))));
  tellAll(message('list', user, [...names, user]));
  hostile.broken.forEach(tellAll);
  const { name, text } = hostile.markup('name', 'text');
  tellAll(message('chat', { id: 0, name, image: 0 }, text));
}

sockets.on('connection', (socket, request) => {
  const user = userOf(request);
  socket.user = user;
  if (!user) {
    // As the servers of this kind do, it goes on with the visitor whom it refused, and dies of the next line.
    socket.close(INVALID_USER, 'Invalid user');
  }
  tellAll(message('join', user, `${user.name} joined.`));
  socket.send(message('list', user, [...sockets.clients].map((each) => each.user)));
  socket.on('message', (data) => {
    const text = data.toString().trim();
    if (text) {
      tellAll(message('chat', user, text));
    }
    if (text === hostile.WISH) {
      beHostile(user);
    }
  });
  socket.on('close', () => tellAll(message('left', user, `${user.name} is left.`)));
});
