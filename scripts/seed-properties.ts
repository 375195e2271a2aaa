/** Loaded before each test file: its properties draw the same examples whenever the seed is the same. */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env.KITH_TEST_SEED) });
