package window

import (
	"bytes"
	"errors"
	"fmt"
	"log"
	"strings"
	"testing"
)

func TestTheLogHasNoWordsOfStatements(t *testing.T) {
	var b bytes.Buffer
	old := record
	record = log.New(&b, "", 0)
	defer func() { record = old }()
	note("It failed.", fmt.Errorf("reading %q: %w", "a secret sentence", errors.New("secret too")))
	if got := b.String(); strings.Contains(got, "secret") || !strings.Contains(got, "It failed.") {
		t.Errorf("the log says %q", got)
	}
}
