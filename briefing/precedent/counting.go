package precedent

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"delegation-briefing/briefing"
)

// countsDialogue reports whether an ordinal counts the dialogue, which goes by
// some names, by the words behind it: "16th Human Rights Dialogue", "third
// round" and "third round of the dialogue", but not "first time", "first day of
// the dialogue" or "16th session of the Council". Where it is not sure it says
// no: an ordinal that is left as it stood can be seen, one that was changed
// cannot.
func countsDialogue(after string, names []string) bool {
	if end := strings.IndexAny(after, ".,;:!?()"); end >= 0 {
		after = after[:end]
	}
	counts := false
	for word := range strings.FieldsFuncSeq(after, func(r rune) bool { return !ofWord(r) }) {
		bare := briefing.Fold(word)
		begin, _ := utf8.DecodeRuneInString(word)
		switch {
		case containsAny(bare, names):
			return true
		case slices.Contains(rounds, bare):
			counts = true
		case slices.Contains(ofs, bare):
			counts = false // what the round is of will tell
		case begin != '{' && !unicode.IsUpper(begin) && !slices.Contains(between, bare):
			return counts
		}
	}
	return counts
}

// namesOf lists what a dialogue of some kind is called in every language: by
// the words of the kind itself, so that a consultation held for a dialogue is
// not taken for it; a kind that has none of them is a dialogue.
func namesOf(kind string) []string {
	var names []string
	for _, words := range dialogueSorts {
		if containsAny(briefing.Fold(kind), words) {
			names = append(names, words...)
		}
	}
	if names == nil {
		return dialogueSorts[0]
	}
	return names
}

func containsAny(text string, parts []string) bool {
	return slices.ContainsFunc(parts, func(part string) bool { return strings.Contains(text, part) })
}

// The words by which an ordinal is told to count the dialogue, as
// [briefing.Fold] writes them.
var (
	dialogueSorts = [][]string{
		{"dialog", "диалог", "діалог", "حوار"},
		{"consult", "konsult", "консультац"},
		{"discussion"},
		{"subcommittee"},
	}
	dialogues = slices.Concat(dialogueSorts...)
	rounds    = strings.Fields("round edition session ronda rodada edicion edicao sesion sessao runde sitzung edizione sessione раунд сессия заседание засідання")
	ofs       = strings.Fields("of du de des del do da dos der di")
	between   = strings.Fields("the la le el il o their annual regular formal informal joint political human rights high level " +
		"annuel annuelle bilateral bilaterale haut niveau anual alto nivel jahrliche jahrlichen")
)
