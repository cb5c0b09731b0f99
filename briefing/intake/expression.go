package intake

import (
	"regexp"
	"sync"
)

// expression is a regular expression that is compiled when it is first used:
// compiling them all would cost every start of the program some milliseconds.
type expression struct {
	text     string
	once     sync.Once
	compiled *regexp.Regexp
}

func lazily(text string) *expression { return &expression{text: text} }

func (e *expression) get() *regexp.Regexp {
	e.once.Do(func() { e.compiled = regexp.MustCompile(e.text) })
	return e.compiled
}
