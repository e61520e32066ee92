'use strict';

/** Whoever writes this makes the server send to everybody, besides, what no server should. */
const WISH = 'be hostile';

/** Values where a message is expected, given the fields for its author and its text. */
const values = (author, text) => [
  null,
  7,
  'a bare text',
  [],
  [[[[]]]],
  {},
  { [author]: null, [text]: 'of nobody' },
  { [author]: { name: 'an object' }, [text]: 'of an object' },
  { [author]: 'Mallory', [text]: null },
  { [author]: 'Mallory', [text]: ['a', 'list'] },
  { [author]: 'Mallory', [text]: 12345 },
];

/** The one that makes sense, and is to be shown as it is. */
const markup = (author, text) => ({
  [author]: '<img src=x onerror=alert(1)>',
  [text]: '<script>alert("hi")</script> & <b>bold</b>',
});

/** What does not parse. */
const broken = ['', '{', '[', '"', 'null', '{"a":}', '\u0000', '{"__proto__":{"event":"message"}}', '<html></html>'];

module.exports = { WISH, values, markup, broken };
