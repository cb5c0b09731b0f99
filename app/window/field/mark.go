package field

// Kind is what a mark means, and so how it looks.
type Kind uint8

// The kinds of marks.
const (
	Advice  Kind = iota // a wavy line
	Must                // a wavy line in the colour of errors
	Hit                 // a background: what a search found
	Here                // a background: what is spoken about now
	Carried             // a quiet background and a bar at the margin: nobody looked at it yet
)

// Mark is something to say about the bytes from Start to End.
type Mark struct {
	Start, End int
	Kind       Kind
	Message    string // shown beside the words under the pointer
	Fixes      []Fix  // offered by a right click
}

// Fix is what can be done about a mark.
type Fix struct {
	Label   string
	Apply   func()
	Wording bool // it writes other words
}

func (m Mark) wavy() bool { return m.Kind == Advice || m.Kind == Must }

// same reports whether two marks look and read alike.
func (m Mark) same(n Mark) bool {
	return m.Start == n.Start && m.End == n.End && m.Kind == n.Kind && m.Message == n.Message
}

// shifted moves marks along when the bytes [start, end) become n bytes, and
// drops those whose words are edited.
func shifted(marks []Mark, start, end, n int) []Mark {
	var kept []Mark
	for _, m := range marks {
		switch {
		case m.End < start || m.End == start && n == 0:
		case m.Start >= end:
			m.Start += n - (end - start)
			m.End += n - (end - start)
		default:
			continue
		}
		kept = append(kept, m)
	}
	return kept
}
