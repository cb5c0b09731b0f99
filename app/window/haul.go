package window

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
)

// haul is what became of the files of an import.
type haul struct {
	files   int
	in      []string // what came in, as it is called in the workspace
	wrong   []string // the files that did not, each with its reason
	points  []string // what to look at in what came in
	there   int      // files whose words were in the workspace already
	last    string   // of what is in the workspace now
	untried int      // files, once the workspace took no more
	stopped bool     // by the officer
}

// How many files are told of by name. Nobody reads more, and the window would take
// minutes to lay out thousands.
const (
	mostWrong  = 40
	mostPoints = 20
)

func (h *haul) fails(name string, err error) {
	h.wrong = append(h.wrong, "– "+L("%s: %s", filepath.Base(name), inWords(err)))
}

func (h *haul) add(name string, t taken) {
	h.last = t.ID
	if t.already {
		h.there++
		return
	}
	h.in = append(h.in, t.ID)
	if len(t.remarks) > 0 {
		h.points = append(h.points, L("%s: %s", filepath.Base(name), t.Headline())+"\n"+remarksIn(t.remarks))
	}
}

// inShort is how many came in, and how many were in.
func (h *haul) inShort() string {
	said := N("files imported", len(h.in))
	if h.stopped {
		said = h.count()
	}
	if h.there > 0 {
		said += ". " + N("files already there", h.there)
	}
	return said
}

func (h *haul) count() string {
	return L("%s of %s imported, stopped", number(len(h.in)), number(h.files))
}

// inFull is what else there is to tell, under a title: which files did not come
// in and why, and then what to look at in those that did. It is empty where
// there is nothing.
func (h *haul) inFull() (title, text string) {
	wrong := strings.Join(atMost(mostWrong, h.wrong, func(n int) string { return N("more files not imported", n) }), "\n")
	points := strings.Join(atMost(mostPoints, h.points, func(n int) string { return N("more files with points", n) }), "\n\n")
	if h.untried > 0 {
		wrong += "\n\n" + N("files not tried", h.untried)
	}
	if h.there > 0 && wrong != "" {
		wrong += "\n\n" + N("files already there", h.there)
	}
	switch {
	case h.stopped:
		title, wrong, points = h.count(), under(L("Not imported:"), wrong), under(L("Please look at these points:"), points)
	case wrong != "":
		title = fmt.Sprintf(N("%s of %s imported; these were not:", len(h.wrong)+h.untried), number(len(h.in)), number(h.files))
		points = under(L("Please look at these points:"), points)
	default:
		title = L("%s of %s imported; please look at these points:", number(len(h.in)), number(h.files))
	}
	return title, strings.TrimSpace(wrong + "\n\n" + points)
}

// atMost is the first of all, and how many more there are.
func atMost(n int, all []string, more func(int) string) []string {
	if len(all) <= n {
		return all
	}
	return append(slices.Clone(all[:n]), more(len(all)-n))
}

// under puts words under a heading, unless there are none.
func under(heading, words string) string {
	if words == "" {
		return ""
	}
	return heading + "\n" + words
}
