/** What the documentation shows; held against the schemas by a test. */
export const secret = {
  id: "sig_01h455vb4pex5vsknk084sn02q",
  name: "web server",
  origin: "platform",
  createdAt: "2026-03-02T09:30:00.000Z",
  expiresAt: null,
  lastUsedAt: null,
  revokedAt: null,
};

export const createdSecret = {
  ...secret,
  tenant: "ten_01h455vb4pex5vsknk084sn02q",
  privateKey: {
    kty: "OKP",
    crv: "Ed25519",
    d: "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
    x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
  },
};
