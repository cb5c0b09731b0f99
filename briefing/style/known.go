package style

import "delegation-briefing/briefing"

// Known is what the workspace knows besides the statement. The zero Known
// knows nothing, and what would need it goes unchecked.
type Known struct {
	Directory Directory            // of people
	Register  Register             // of dialogues
	Siblings  []briefing.Statement // of the same dialogue: the brief, other languages
	Spelling  *Spelling            // of the statement's language
}
