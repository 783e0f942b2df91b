/** So many closed rounds an assessment keeps: one a quarter for ten years. */
export const mostRounds = 40;
