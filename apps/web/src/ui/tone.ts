/** The colours of verdicts and states; tokens.css gives each an ink, a wash and a mark. */
export type Tone = 'good' | 'bad' | 'wrong' | 'strange' | 'moved' | 'short' | 'over' | 'extra' | 'quiet';
