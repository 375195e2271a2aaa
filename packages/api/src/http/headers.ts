/** Headers that operations take, as the OpenAPI document shows them. */
export const idempotencyHeaders = {
  "idempotency-key": {
    type: "string",
    pattern: "^[\\x21-\\x7e]{1,255}$",
    description:
      "A value of your own for this write. The same key with the same body within 24 hours gets the first answer again, and nothing is written twice.",
    examples: ["4f6c1b1e-ask-ada"],
  },
};

export const ifMatchHeaders = {
  "if-match": {
    type: "string",
    maxLength: 200,
    description: "The `ETag` you read: the change is refused (412) when somebody was faster.",
    examples: ['"3"'],
  },
};
