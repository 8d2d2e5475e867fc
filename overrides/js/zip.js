/* A ZIP of small text files, stored without compression: all that a spreadsheet needs. */
Handbook.zip = zip;

/** @typedef {[value: number, width: number]} Numbered */

const TABLE = Array.from({ length: 256 }, function (_, byte) {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum >>> 0;
});

/** @param {Uint8Array} bytes */
function checksum(bytes) {
  let sum = 0xffffffff;
  bytes.forEach(function (byte) { sum = (sum >>> 8) ^ TABLE[(sum ^ byte) & 255]; });
  return (sum ^ 0xffffffff) >>> 0;
}

/** Numbers as little-endian bytes: [value, width], …
    @param {Numbered[]} pairs */
function numbers(pairs) {
  /** @type {number[]} */
  const bytes = [];
  pairs.forEach(function (pair) {
    for (let index = 0; index < pair[1]; index += 1) bytes.push((pair[0] >>> (8 * index)) & 255);
  });
  return bytes;
}

/** Version 2.0, names in UTF-8, stored; 1 January 2020, so that the same texts make the same bytes.
    @param {{ name: Uint8Array, bytes: Uint8Array }} file @returns {Numbered[]} */
function facts(file) {
  const size = file.bytes.length;
  return [[20, 2], [0x0800, 2], [0, 2], [0, 2], [0x5021, 2], [checksum(file.bytes), 4], [size, 4], [size, 4], [file.name.length, 2], [0, 2]];
}

/** `texts`: { name: text }; gives a Uint8Array.
    @param {Texts} texts */
function zip(texts) {
  const writer = new TextEncoder();
  /** @type {ArrayLike<number>[]} */
  const chunks = [];
  /** @type {ArrayLike<number>[]} */
  const index = [];
  let offset = 0;
  Object.keys(texts).forEach(function (title) {
    const file = { name: writer.encode(title), bytes: writer.encode(texts[title]) };
    const head = numbers([[0x04034b50, 4], ...facts(file)]);
    index.push(numbers([[0x02014b50, 4], [20, 2], ...facts(file), [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]]), file.name);
    chunks.push(head, file.name, file.bytes);
    offset += head.length + file.name.length + file.bytes.length;
  });
  const count = Object.keys(texts).length;
  const length = index.reduce(function (sum, part) { return sum + part.length; }, 0);
  const end = numbers([[0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [length, 4], [offset, 4], [0, 2]]);
  return joined(chunks.concat(index, [end]));
}

/** @param {ArrayLike<number>[]} parts */
function joined(parts) {
  const whole = new Uint8Array(parts.reduce(function (sum, part) { return sum + part.length; }, 0));
  let place = 0;
  parts.forEach(function (part) { whole.set(part, place); place += part.length; });
  return whole;
}
