// Package association has the system offer this program for statements' files.
// Where a program is put among the others when it is installed, there is
// nothing to do; on Windows it is one file that an officer may keep anywhere,
// so she says when.
package association

// Way is how a system is told. Nothing is told unasked, and what another
// program opens stays with it until the officer chooses.
type Way struct {
	Made func() bool  // the system offers this program, where it lies now
	Make func() error // has it offered
	Undo func() error // takes back all that Make told
}

// entry is a value of Windows' registry, below the officer's own classes.
type entry struct{ key, name, value string }

// kind is what the registry calls statements.
const kind = "DelegationBriefing.Statement"

const offered = `.toml\OpenWithProgids`

// entries have a program offered for statements. The one that offers it is the
// last.
func entries(program string) []entry {
	return []entry{
		{kind, "", "Statement (Delegation Briefing)"},
		{kind + `\DefaultIcon`, "", program + ",0"},
		{kind + `\shell\open\command`, "", `"` + program + `" "%1"`},
		{offered, kind, ""},
	}
}

// keys are those that are the kind's alone, what lies in another key first.
var keys = []string{
	kind + `\shell\open\command`, kind + `\shell\open`, kind + `\shell`, kind + `\DefaultIcon`, kind,
}
