/** How self-ratings err, in levels (method, section 4). Assumed, not validated; where the numbers come from: method page. */
export type RatingError = {
  /** Shared by all answers of a draw: its mean and its standard deviation. */
  shiftMean: number;
  shiftDeviation: number;
  /** Probability that an answer is off by one more level to either side. */
  ownError: number;
  /** What remains of the shift where an answer names evidence. */
  evidenceFactor: number;
};

/** How far people who answer the same differ, and how often they do (method, section 8). */
export type Spread = {
  /** Mean number of levels per answered item: k̄. */
  meanLevels: number;
  /** Share of the answered items with exactly two levels, of which the lower counts: h, 0–1. */
  twoShare: number;
  /** Between people, in levels squared: τ². */
  personVariance: number;
  /** Probability that one person's answer is off by one more level to either side: q. */
  ownError: number;
};

/** What is assumed of people as long as no two have answered enough of the same. */
export const assumedPersonVariance = 0.0625;
export const assumedOwnError = 0.1;

/** What the whole house sees too well, in levels squared: a second opinion from inside does not take it away. */
const houseVariance = 0.06;
const oneRatersMean = 0.1;

/** One person, people who share the work, and people who answer the same: one formula. */
export function errorOf({ meanLevels, twoShare, personVariance, ownError }: Spread): RatingError {
  return {
    // The lower of two is careful already.
    shiftMean: oneRatersMean * (twoShare - 1),
    shiftDeviation: Math.sqrt(houseVariance + personVariance / meanLevels),
    ownError: ownError / meanLevels,
    evidenceFactor: 0.7,
  };
}

export const oneAnswerEach: Spread = { meanLevels: 1, twoShare: 0, personVariance: assumedPersonVariance, ownError: assumedOwnError };
export const oneRater: RatingError = errorOf(oneAnswerEach);
/** Two people who answer everything, before anything is known of how they differ. */
export const twoRaters: RatingError = errorOf({ ...oneAnswerEach, meanLevels: 2, twoShare: 1 });
