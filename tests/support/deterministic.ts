import fc from "fast-check";

/** The same cases on every run: a failure must not depend on the day. Look for new cases with FAST_CHECK_SEED. */
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20261121) });
