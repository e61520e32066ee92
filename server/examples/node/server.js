// A second server that speaks hearth.v1: the core of PROTOCOL.md, in memory only (without Q7, P1). node server.js PORT [HEARTBEAT_MS]
import { createHash, randomBytes } from 'node:crypto';
import { WebSocket, WebSocketServer } from 'ws';
const [PORT, HEARTBEAT_MS] = [Number(process.argv[2] ?? 7878), Number(process.argv[3] ?? 15000)];
const LIMITS = { frameBytes: 65536, replyBytes: 262144, textChars: 10000, historyPage: 100, nameChars: 32 };
const CAPABILITIES = ['rooms', 'direct', 'history', 'presence'];
const UNSERVED = ('edit delete react read search invite kick ban unban bans mute set-role set-room delete-room set-password ' +
  'claim-server ban-user unban-user reset-password set-server-role audit').split(' ');
const [QUEUE_BYTES, PAGE_BYTES, PART] = [4 * LIMITS.replyBytes, 200000, 40];
const NAME = /^(?!.*(?!\uFE0F)\p{DI})[\p{L}\p{N}\p{So}\p{Sk}](?:[\p{L}\p{M}\p{N}\p{So}\p{Sk}\-_.'’]| (?=[^ ]))*$/u;
const refuse = (code, message = code) => { throw Object.assign(new Error(message), { code }); };
const newId = () => randomBytes(12).toString('base64url');
const hash = (token) => createHash('sha256').update(token).digest('base64url');
const fold = (name) => name.normalize('NFKC').toUpperCase().toLowerCase();
const chars = (text) => [...text].length;
const bytes = (value) => Buffer.byteLength(JSON.stringify(value));
const by = (key) => (a, b) => (key(a) < key(b) ? -1 : 1);
const server = { id: newId(), epoch: newId(), name: 'Node example', version: '1.0.0' };
const [connections, users, tokens, conversations] = [new Set(), new Map(), new Map(), new Map()]; // a dead token has no user
const open = (fields, id = newId()) => conversations.set(id, { id, members: new Map(), log: [], ...fields }).get(id);
const lobby = open({ kind: 'room', name: 'lobby', topic: '', visibility: 'public' });
const ref = ({ id, name }) => ({ id, name });
const status = (user) => (user.connections.size ? { status: user.status, text: user.text } : { status: 'offline' });
const rooms = () => [...conversations.values()].filter((conv) => conv.kind === 'room');
const roomNamed = (name) => rooms().find((room) => fold(room.name) === fold(name));
const userNamed = (name) => [...users.values()].find((user) => !user.gone && fold(user.name) === fold(name));
const FORMS = { string: (v) => typeof v === 'string' && v.isWellFormed() && !v.includes('\0'), integer: Number.isInteger,
  boolean: (v) => typeof v === 'boolean', object: (v) => v instanceof Object && !Array.isArray(v) };
const isDeep = (value, left) => left === 0 || Object.values(value).some((v) => v instanceof Object && isDeep(v, left - 1));
function read(frame, ...specs) { // 'string a b', 'integer? c' gives {a, b, c}
  return Object.fromEntries(specs.map((spec) => spec.split(' ')).flatMap(([form, ...fields]) => fields.map((name) => {
    const value = frame[name] ?? undefined;
    const fits = value === undefined ? form.endsWith('?') : FORMS[form.replace('?', '')](value);
    return fits ? [name, value] : refuse('bad-frame', `'${name}' is no ${form}`);
  })));
}
const checkName = (text, name = text.normalize('NFKC')) => (NAME.test(name) && chars(name) <= LIMITS.nameChars ? name : refuse('name-invalid'));
const checkLength = (text = '', most) => (chars(text) > most ? refuse('too-long') : undefined);
const checkOneOf = (value, ...values) => { if (!values.includes(value)) refuse('bad-frame', `one of ${values}`); };
const given = (...values) => values.filter((value) => value !== undefined).length;
const pageSize = (limit = 50, most = LIMITS.historyPage) => (limit < 1 ? refuse('bad-frame', 'limit') : Math.min(limit, most));
function send(c, frame) {
  if (c.ws.bufferedAmount > QUEUE_BYTES) c.ws.terminate(); // too slow (X7)
  if (!c.ended) c.ws.send(JSON.stringify(frame), () => { c.sentAt = Date.now(); });
}
const end = (c, code) => { if (!c.ended) { c.ended = true; c.ws.close(code); } };
const sendTo = (user, frame, but) => user.connections.forEach((c) => c !== but && send(c, frame));
const changed = (user) => connections.forEach((c) => c.changes?.add(user)); // goes out once a second, as it then is
function append(conv, author, kind, fields) {
  const [seq, at] = [conv.log.length + 1, new Date().toISOString()];
  conv.log.push({ type: 'event', conversation: conv.id, seq, at, author: ref(author), kind, ...fields });
  for (const id of conv.members.keys()) sendTo(users.get(id), conv.log.at(-1));
  return { conversation: conv.id, seq, at };
}
function summary(conv, user) {
  const [read, other] = [user.reads.get(conv.id) ?? 0, conv.pair?.find((each) => each !== user)];
  const messages = conv.log.filter((e) => e.kind === 'message');
  const [fresh, last] = [messages.filter((e) => e.seq > read && e.author.id !== user.id), messages.at(-1)];
  return { ...about(conv), role: conv.members.get(user.id), with: other && { ...ref(other), read: other.reads.get(conv.id) ?? 0 },
    head: conv.log.length, read, unread: fresh.length, mentions: fresh.filter((e) => e.mentions.includes(user.id)).length,
    last: last && { ...last, text: [...last.text].slice(0, 200).join('') } };
}
const about = ({ log, pair, members, ...shown }) => ({ ...shown, members: members.size });
// ---- conversations ----
function enter(room, user, c) {
  const { seq } = append(room, user, 'joined', { user: ref(user) }); // not to the one who joins: the head covers it (D3.1)
  room.members.set(user.id, room.members.size || room === lobby ? 'member' : 'owner');
  const conversation = user.reads.set(room.id, seq) && summary(room, user);
  if (c) sendTo(user, { type: 'conversation', conversation }, c);
  return { conversation };
}
function leave(room, user) {
  append(room, user, 'left', { user: ref(user), reason: 'left' });
  sendTo(user, { type: 'conversation-gone', conversation: room.id, reason: 'left' });
  const [role, heir] = [room.members.get(user.id), room.members.delete(user.id) && users.get([...room.members.keys()][0])];
  if (!heir && room.visibility === 'private') conversations.delete(room.id);
  if (heir && role === 'owner') append(room, heir, 'changed', { user: ref(heir), role: room.members.set(heir.id, role) && role });
}
const known = (user, conv) => (conv?.visibility === 'public' || conv?.members.has(user.id) ? conv : refuse('unknown-conversation'));
const mine = (user, id) => (known(user, conversations.get(id)).members.has(user.id) ? conversations.get(id) : refuse('not-member'));
function roomOf(user, frame) {
  const { conversation: id, room: name } = read(frame, 'string? conversation room');
  return known(user, given(id, name) !== 1 ? refuse('bad-frame') : name ? roomNamed(name) : conversations.get(id));
}
function mentions(conv, text) {
  const members = [...conv.members.keys()].map((id) => users.get(id)).sort(by((user) => -user.name.length));
  const begins = (rest, { length }) => fold(rest.slice(0, /^[\p{L}\p{M}\p{N}_]/u.test(rest.slice(length)) ? 0 : length));
  const named = ({ index }) => members.find(({ name }) => begins(text.slice(index + 1), name) === fold(name))?.id;
  return [...new Set([...text.matchAll(/(?<![\p{L}\p{N}])@/gu)].map(named).filter(Boolean))];
}
// ---- requests: each gives what its ok carries ----
const requests = {
  post({ user }, frame) {
    const { conversation, clientId, text, replyTo } = read(frame, 'string conversation clientId text', 'integer? replyTo');
    if (chars(clientId) < 1 || chars(clientId) > 64) refuse('bad-frame', 'clientId');
    if (user.posted.has(clientId)) return { ...user.posted.get(clientId), duplicate: true };
    const conv = replyTo === undefined ? mine(user, conversation) : refuse('unsupported');
    checkLength(text, LIMITS.textChars);
    if (!/[^\p{White_Space}\p{Cc}\p{Cf}\p{DI}]/u.test(text)) refuse('empty');
    return user.posted.set(clientId, append(conv, user, 'message', { clientId, text, mentions: mentions(conv, text) })).get(clientId);
  },
  sync({ user }, frame) {
    const cursors = Object.entries(read(frame, 'object conversations').conversations);
    if (!cursors.every(([, cursor]) => Number.isInteger(cursor) && cursor >= 0)) refuse('bad-frame', 'cursors');
    let taken = 0; // bytes of the answer
    const take = (event) => (taken === 0 || taken + bytes(event) < PAGE_BYTES ? (taken += bytes(event)) : 0);
    const result = ({ log }, cursor) => {
      const [rest, head] = [log.slice(cursor), log.length];
      if (cursor > head || rest.length > 500) return { recovered: false, head };
      const end = rest.findIndex((event) => !take(event));
      return { recovered: true, events: rest.slice(0, end < 0 ? head : end), head };
    };
    const tried = (id, cursor) => { try { return result(mine(user, id), cursor); } catch ({ code }) { return { recovered: false, code }; } };
    return { conversations: Object.fromEntries(cursors.map(([id, cursor]) => [id, tried(id, cursor)])) };
  },
  history({ user }, frame) {
    const { conversation, before, after, around, limit } = read(frame, 'string conversation', 'integer? before after around limit');
    const [{ log }, size] = [mine(user, conversation), pageSize(limit)];
    if (given(before, after, around) > 1) refuse('bad-frame', 'one place at most');
    const at = (seq) => Math.max(0, Math.min(log.length, seq)); // so many events are there up to seq
    const [center, last] = [around && Math.max(1, at(around)), at((before ?? Infinity) - 1)];
    let from = at(center ? center - 1 - Math.floor(size / 2) : after ?? last - size);
    let to = at(center ? center - 1 + Math.ceil(size / 2) : after === undefined ? last : after + size);
    while (bytes(log.slice(from, to)) > PAGE_BYTES) after !== undefined || to - center > center - 1 - from ? to-- : from++;
    const items = log.slice(from, to).map((e) => (e.kind === 'message' ? { ...e, reactions: [], rev: e.seq } : e));
    return { items, asOf: log.length, more: from > 0, moreAfter: to < log.length };
  },
  rooms({ user }, frame) {
    const { query = '', after = '', limit } = read(frame, 'string? query after', 'integer? limit');
    checkLength(query, 200);
    const isWanted = ({ name }) => fold(name).includes(fold(query)) && fold(name) > fold(after);
    const found = rooms().filter((room) => isWanted(room) && (room.visibility === 'public' || room.members.has(user.id)));
    const page = found.sort(by((room) => fold(room.name))).slice(0, pageSize(limit));
    const online = ({ members }) => [...members.keys()].filter((id) => users.get(id).connections.size).length;
    const shown = (room) => ({ ...about(room), online: online(room), role: room.members.get(user.id) });
    return { rooms: page.map(shown), more: found.length > page.length };
  },
  members({ user }, frame) {
    const { conversation, after = '', limit } = read(frame, 'string conversation', 'string? after', 'integer? limit');
    const found = [...mine(user, conversation).members].filter(([id]) => id > after).sort(by(([id]) => id));
    const page = found.slice(0, Math.min(200, pageSize(limit, 1000))).map(([id, role]) => ({ role, user: users.get(id) }));
    return { members: page.map(({ role, user: each }) => ({ ...ref(each), role, ...status(each) })), more: found.length > page.length };
  },
  'create-room'(c, frame) {
    const { name, topic = '', visibility } = read(frame, 'string name visibility', 'string? topic');
    const fields = { kind: 'room', name: checkName(name), topic, visibility, ...checkLength(topic, 250) };
    checkOneOf(visibility, 'public', 'private');
    return roomNamed(fields.name) ? refuse('exists') : enter(open(fields), c.user, c);
  },
  join: (c, frame, room = roomOf(c.user, frame)) => (room.members.has(c.user.id) ? refuse('already-member') : enter(room, c.user, c)),
  leave({ user }, frame) {
    const room = roomOf(user, frame);
    return room === lobby || room.pair ? refuse('forbidden') : room.members.has(user.id) ? leave(room, user) : refuse('not-member');
  },
  'open-direct'(c, frame) {
    const { user: id, name } = read(frame, 'string? user name');
    const other = given(id, name) !== 1 ? refuse('bad-frame') : id ? users.get(id) : userNamed(name);
    if (!other || other.gone) refuse('unknown-user');
    const pair = other === c.user ? refuse('forbidden') : [c.user, other];
    const exists = [...conversations.values()].find((conv) => conv.pair?.every((each) => pair.includes(each)));
    const conv = exists ?? open({ kind: 'direct', pair, members: new Map(pair.map((each) => [each.id, undefined])) });
    if (!exists) pair.forEach((each) => sendTo(each, { type: 'conversation', conversation: summary(conv, each) }, c));
    return { conversation: summary(conv, c.user) };
  },
  'set-status'({ user }, frame) {
    const fields = read(frame, 'string status', 'string? text');
    checkOneOf(fields.status, 'online', 'away', 'busy');
    changed(Object.assign(user, checkLength(fields.text, 250), fields));
  },
  'log-out'(c, frame) { // a user here has one token, so nothing is left, everywhere or not; the name stays beside what was said
    const { user } = read(frame, 'boolean? everywhere') && c;
    user.gone = tokens.set(user.token, undefined) && true;
    user.connections.forEach((other) => other !== c && end(other, 4001));
    rooms().filter((room) => room.members.has(user.id)).forEach((room) => leave(room, user));
    c.closing = 1000;
  },
};
function logIn(frame) {
  const { protocol, auth } = read(frame, 'integer protocol', 'string? client', 'object auth');
  const { kind, token } = read(auth, 'string kind', 'string? token');
  if (protocol !== 1 || !['guest', 'token'].includes(kind)) refuse('unsupported');
  if (kind === 'token') return [tokens.get(hash(token ?? refuse('bad-frame', 'token'))) ?? refuse('unauthorized')];
  if (token !== undefined && !/^[A-Za-z0-9_-]{43,128}$/.test(token)) refuse('bad-frame', 'token');
  const [name, made] = [checkName(read(auth, 'string name').name), token ? undefined : randomBytes(32).toString('base64url')];
  const [hashed, holder] = [hash(token ?? made), userNamed(name)];
  if (holder) return [holder.token === hashed ? holder : refuse('name-taken')];
  if (tokens.has(hashed)) refuse('unauthorized');
  const user = { id: newId(), name, token: hashed, connections: new Set(), reads: new Map(), posted: new Map() };
  return tokens.set(hashed, user) && users.set(user.id, user) && enter(lobby, user) && [user, made];
}
function welcome(c, re, [user, token]) {
  if (!user.connections.size) Object.assign(user, { status: 'online', text: undefined });
  changed(user.connections.add(Object.assign(c, { user, changes: new Set() })) && user);
  const own = [...conversations.values()].filter((conv) => conv.members.has(user.id)).map((conv) => summary(conv, user));
  const present = [...users.values()].filter((each) => each.connections.size).map((each) => ({ ...ref(each), ...status(each) }));
  const rest = own.slice(PART).map((conversation) => ({ type: 'conversation', conversation }));
  for (let i = PART; i < present.length; i += PART) rest.push({ type: 'presence', changes: present.slice(i, i + PART) });
  send(c, { type: 'welcome', re, server, user: { ...ref(user), role: 'member' }, heartbeatMs: HEARTBEAT_MS, limits: LIMITS, alternates: [],
    capabilities: CAPABILITIES, conversations: own.slice(0, PART), online: present.slice(0, PART), token, more: rest.length > 0 });
  rest.forEach((frame, i) => send(c, { ...frame, more: i < rest.length - 1 }));
}
// ---- connections ----
// JSON.parse forgets that 5.0 was no integer (F7.3): such numbers become objects here, which fit no field.
const NUMBERS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const parse = (text) => JSON.parse(text) && JSON.parse(text.replace(NUMBERS, (token) => (/^[-\d].*[.eE]/.test(token) ? '{}' : token)));
function onFrame(c, frame, re, { type } = frame) {
  if (type === 'pong' || (type === 'typing' && c.user)) return;
  if (type === 'ping' && chars(read(frame, 'string? t').t ?? '') > 64) refuse('bad-frame', 't');
  if (type === 'ping') return send(c, { type: 'pong', t: frame.t ?? undefined, server: c.user ? undefined : server });
  if (type === 'hello') return c.user ? refuse('already-logged-in') : welcome(c, re, logIn(re ? frame : refuse('bad-frame', 'id')));
  if (!c.user) refuse('not-logged-in');
  if (!Object.hasOwn(requests, type) && !UNSERVED.includes(type)) refuse('unknown-type');
  if (!re) refuse('bad-frame', 'id');
  send(c, { type: 'ok', re, ...(requests[type] ?? (() => refuse('unsupported')))(c, frame) });
  if (c.closing) end(c, c.closing);
}
function onText(c, text) {
  let frame;
  try { frame = parse(text); } catch { return end(c, 4000); }
  if (!FORMS.object(frame) || typeof frame.type !== 'string' || isDeep(frame, 32)) return end(c, 4000);
  const re = Number.isSafeInteger(frame.id) && frame.id > 0 && !['ping', 'pong', 'typing'].includes(frame.type) ? frame.id : undefined;
  try { onFrame(c, frame, re); } catch ({ code = 'internal', message }) {
    send(c, { type: 'error', re, code, message });
    if (frame.type === 'hello') end(c, c.user ? 4000 : 4001);
  }
}
class Socket extends WebSocket { close(code, why) { super.close(code === 1008 ? 1009 : code, why); } } // of too many fragments
const listener = new WebSocketServer({ port: PORT, path: '/chat', maxPayload: LIMITS.frameBytes, maxFragments: 64, WebSocket: Socket,
  verifyClient: ({ origin, req }) => !origin && (req.headers['sec-websocket-protocol'] ?? 'hearth.v1').split(/ *, */).includes('hearth.v1'),
  handleProtocols: () => 'hearth.v1' }, () => console.log(`listening at ${listener.address().port}`));
listener.on('connection', (ws) => {
  const c = { ws, openedAt: Date.now(), heardAt: Date.now(), sentAt: Date.now(), early: 0 };
  connections.add(c) && ws.on('error', () => {}); // 'close' follows
  for (const event of ['message', 'ping', 'pong']) ws.on(event, () => { c.heardAt = Date.now(); });
  ws.on('message', (data, isBinary) => {
    if (isBinary) end(c, 1003);
    if (!c.user && (c.early += data.length) > 10240) end(c, 1009);
    if (!c.ended) onText(c, data.toString());
  });
  ws.on('close', () => { c.ended = connections.delete(c); if (c.user?.connections.delete(c)) changed(c.user); });
});
setInterval(() => connections.forEach((c) => {
  if (!c.user && Date.now() - c.openedAt >= 10000) end(c, 4001);
  if (Date.now() - c.heardAt > 2 * HEARTBEAT_MS + 5000) c.ws.terminate();
  if (Date.now() - c.sentAt >= HEARTBEAT_MS) send(c, { type: 'ping' });
  const people = [...(c.changes ?? [])].slice(0, PART).filter((user) => c.changes.delete(user));
  if (people.length) send(c, { type: 'presence', changes: people.map((user) => ({ ...ref(user), ...status(user) })) });
}), 1000);
const bye = (c) => send(c, { type: 'bye', reason: 'shutting-down', retryAfterMs: 2000 }) ?? end(c, 1001);
process.on('SIGTERM', () => setTimeout(process.exit, 1000, 0) && connections.forEach(bye));
