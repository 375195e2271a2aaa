import { toModelBody } from "./to-body.ts";

/** Answers as the documentation shows them; a test holds them against the schemas. */
export const model = toModelBody({
  revision: 5,
  overrides: { bandCore: 0.85, trendNewDays: 45 },
  overriddenIn: 5,
  calibration: { number: 3, kappaScale: 1.31 },
  updatedAt: Date.UTC(2026, 2, 2, 9, 30),
});

export const patch = { overrides: { bandCore: 0.85, trendNewDays: null } };

const quality = {
  auc: 0.874,
  logLoss: 0.4127,
  calibrationError: 0.061,
  calibrationTable: [{ predicted: 0.04, observed: 0.05, count: 212 }],
};

export const calibration = {
  id: "cal_01h455vb4pex5vsknk084sn02q",
  number: 3,
  outcome: "better",
  detail:
    "The scale 1.310 forecasts the later window better (log-loss 0.4127 before, 0.4018 after). It is in force now.",
  adopted: true,
  horizonDays: 30,
  windows: 3,
  kappaScale: { before: 1, after: 1.31 },
  before: quality,
  after: { ...quality, logLoss: 0.4018, calibrationError: 0.022 },
  fittedOn: { pairs: 6180, contacts: 1431 },
  judgedOn: {
    since: "2026-01-30T23:59:59.999Z",
    until: "2026-03-01T23:59:59.999Z",
    pairs: 2120,
    contacts: 488,
  },
  at: "2026-03-02T09:30:00.000Z",
  model: "kith-2026.1",
};
