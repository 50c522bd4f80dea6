// A server with as little as possible around parsing a body and sending a reply: `rival.js express|node <file of replies>`.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { argv, stdout } from 'node:process';
import express from 'express';

const [, , kind, file = ''] = argv;

/** @type {Readonly<Record<string, object>>} */
const replies = JSON.parse(readFileSync(file, 'utf8'));

const server = createServer(kind === 'express' ? bareExpress() : bareListener());
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  stdout.write(`ready on http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}\n`);
});

function bareExpress() {
  const app = express();
  app.use(express.json());
  for (const [path, reply] of Object.entries(replies)) {
    app.post(path, (request, response) => {
      expectAnswers(request.body);
      response.json(reply);
    });
  }
  return app;
}

/** @returns {import('node:http').RequestListener} */
function bareListener() {
  return (request, response) => {
    /** @type {Buffer[]} */
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      expectAnswers(JSON.parse(Buffer.concat(parts).toString('utf8')));
      const text = JSON.stringify(replies[request.url ?? '']);
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) }).end(text);
    });
  };
}

/** @param {{ readonly answers?: unknown }} body */
function expectAnswers({ answers }) {
  if (answers === undefined) throw new TypeError('The body has not been parsed.');
}
