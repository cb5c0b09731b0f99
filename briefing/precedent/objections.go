package precedent

import "delegation-briefing/briefing"

// Remark is what a reader of house style says of some words of the source.
type Remark struct {
	At       briefing.Place
	Range    briefing.Range // bytes of the text at At
	Rule     string
	Severity string
	Message  string
}

// Objection is a sentence that was taken over word for word from last time,
// and what house style has against it: errors travel with last year's text.
type Objection struct {
	Sentence
	Reads   string // the sentence as a reader sees it
	Remarks []Remark
}

// Objections picks, out of what house style remarks on a statement, what lies
// in sentences that stood so last time. They come in reading order.
func Objections(last, this briefing.Statement, remarks []Remark) []Objection {
	stood := map[string]bool{}
	for _, s := range sourceSentences(last) {
		stood[s.Text] = true
	}
	for _, text := range this.Carried {
		stood[text] = true
	}
	var all []Objection
	for _, s := range sourceSentences(this) {
		if !stood[s.Text] {
			continue
		}
		o := Objection{Sentence: s}
		for _, r := range remarks {
			if r.At == s.At && r.Range.Start < s.Range.End && s.Range.Start < r.Range.End {
				o.Remarks = append(o.Remarks, r)
			}
		}
		if len(o.Remarks) > 0 {
			o.Reads = reads(this, s)
			all = append(all, o)
		}
	}
	return all
}

// reads is a sentence of the source with its facts filled in and without its
// markup.
func reads(s briefing.Statement, of Sentence) string {
	alone := s.Clone()
	alone.SetText(of.At, of.Text)
	return alone.Plain(of.At)
}
