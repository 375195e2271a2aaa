import t from "tap";
import { explain } from "./explain.ts";

const at = { cluster: "/data/cluster", port: 5433 };

t.test("what PostgreSQL writes when it gives up becomes a sentence on what to do", async (t) => {
  const cases: [output: string, sentence: RegExp][] = [
    [
      'FATAL:  could not write lock file "postmaster.pid": No space left on device',
      /The disk that holds \/data\/cluster is full/,
    ],
    [
      'initdb: error: could not create directory "/data/cluster/base": Permission denied',
      /may not read or write its data folder/,
    ],
    [
      'FATAL:  data directory "/data/cluster" has wrong ownership',
      /may not read or write its data folder/,
    ],
    [
      'LOG:  could not bind IPv4 address "127.0.0.1": Address already in use',
      /The port 5433 on 127.0.0.1 is already in use/,
    ],
    ['FATAL:  lock file "postmaster.pid" already exists', /already in use by another Kith process/],
    [
      "FATAL:  database files are incompatible with server",
      /made by another version of PostgreSQL/,
    ],
    ["spawn /x/bin/postgres ENOEXEC", /does not run on this machine/],
    ["postgres: error while loading shared libraries: libicuuc.so", /does not run on this machine/],
  ];
  for (const [output, sentence] of cases) t.match(explain(output, at), sentence, output);
});

t.test("what it does not know it passes on whole", async (t) => {
  t.match(explain("FATAL:  something new\n", at), /did not start:\nFATAL: {2}something new$/);
});
