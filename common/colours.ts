// Colours that watch and phone draw with; resources/styles.css says what each stands for.

export const MINT = "#43e8a5";
export const SLATE = "#3d5567";
export const SKY = "#9cc9e8";
