package precedent

import (
	"strings"

	"delegation-briefing/briefing"
)

// Topic is what became of one topic between two statements.
type Topic struct {
	Kind     TopicKind
	Name     string         // heading, or subject, or its first words
	Old, New briefing.Place // of the text; zero where there is none
	Tone     []Shift
}

// TopicKind says what became of a topic.
type TopicKind string

// A topic is kept where it was, kept but moved among the others, added, or
// dropped.
const (
	TopicKept    TopicKind = "kept"
	TopicMoved   TopicKind = "moved"
	TopicAdded   TopicKind = "added"
	TopicDropped TopicKind = "dropped"
)

// Comparison sets this year's statement beside last year's.
type Comparison struct {
	Objections []Objection       // to what was taken over; see [Objections]
	Topics     []Topic           // this year's in their order, then those dropped
	Coverage   []Cover           // of the agenda and the priorities; see [Priorities.Coverage]
	Changes    []briefing.Change // every difference in the words
}

// Compare sets a statement beside the last one with the partner. Topics are
// matched by their subject and their words, not by where they stand.
func Compare(last, this briefing.Statement, l Ladder) Comparison {
	old, new := topicsOf(last), topicsOf(this)
	matched := matchTopics(old, new)
	c := Comparison{Changes: briefing.Diff(last, this)}
	seen := map[int]bool{}
	stayed := inOrder(matched, len(new))
	for j, t := range new {
		i, ok := matched[j]
		if !ok {
			c.Topics = append(c.Topics, Topic{Kind: TopicAdded, Name: t.name, New: t.at, Tone: l.Tone("", t.text, this.Partner)})
			continue
		}
		seen[i] = true
		kind := TopicKept
		if !stayed[j] {
			kind = TopicMoved
		}
		c.Topics = append(c.Topics, Topic{kind, t.name, old[i].at, t.at, l.Tone(old[i].text, t.text, this.Partner)})
	}
	for i, t := range old {
		if !seen[i] {
			c.Topics = append(c.Topics, Topic{Kind: TopicDropped, Name: t.name, Old: t.at})
		}
	}
	return c
}

// inOrder finds the largest set of new topics that stand in the order of their
// matches; the others moved.
func inOrder(matched map[int]int, topics int) map[int]bool {
	length, before := make([]int, topics), make([]int, topics)
	last := -1
	for j := range topics {
		before[j] = -1
		if _, ok := matched[j]; !ok {
			continue
		}
		length[j] = 1
		for k := range j {
			if length[k] >= length[j] && matched[k] < matched[j] {
				length[j], before[j] = length[k]+1, k
			}
		}
		if last < 0 || length[j] > length[last] {
			last = j
		}
	}
	stayed := map[int]bool{}
	for ; last >= 0; last = before[last] {
		stayed[last] = true
	}
	return stayed
}

// topic is a topic as it is read.
type topic struct {
	at            briefing.Place
	subject, name string
	text          string
}

func topicsOf(s briefing.Statement) []topic {
	var all []topic
	for _, sec := range s.Sections {
		for i, t := range sec.Topics {
			at := briefing.Place{Section: sec.Key, Item: i + 1, Field: "text"}
			text := s.Plain(at)
			if strings.TrimSpace(text) == "" && t.Heading == "" {
				continue
			}
			all = append(all, topic{at, t.Subject, nameOf(t, text), text})
		}
	}
	return all
}

func nameOf(t briefing.Topic, text string) string {
	if t.Heading != "" {
		return t.Heading
	}
	if t.Subject != "" {
		return t.Subject
	}
	words := strings.Fields(text)
	return strings.Join(words[:min(6, len(words))], " ")
}

// How many of their words two topics must share to be the same one: without a
// subject to go by, and against two subjects that differ.
const (
	leastAlike    = 0.3
	nearlyTheSame = 0.8
)

// matchTopics pairs new topics with old ones, the best fit first.
func matchTopics(old, new []topic) map[int]int {
	matched, taken := map[int]int{}, map[int]bool{}
	for {
		best, bi, bj := 0.0, -1, -1
		for j, n := range new {
			if _, ok := matched[j]; ok {
				continue
			}
			for i, o := range old {
				if score := fit(o, n); !taken[i] && score > best {
					best, bi, bj = score, i, j
				}
			}
		}
		if bi < 0 {
			return matched
		}
		matched[bj], taken[bi] = bi, true
	}
}

func fit(o, n topic) float64 {
	alike := shared(o.text, n.text)
	switch {
	case o.subject != "" && o.subject == n.subject:
		return 1 + alike
	case alike < leastAlike, o.subject != "" && n.subject != "" && alike < nearlyTheSame:
		return 0
	}
	return alike
}

// shared is the share of common words in the words of two texts.
func shared(a, b string) float64 {
	count := map[string]int{}
	for _, w := range strings.Fields(strings.ToLower(a)) {
		count[w]++
	}
	common, words := 0, len(strings.Fields(a))
	for _, w := range strings.Fields(strings.ToLower(b)) {
		words++
		if count[w] > 0 {
			count[w]--
			common++
		}
	}
	if words == 0 {
		return 0
	}
	return 2 * float64(common) / float64(words)
}
