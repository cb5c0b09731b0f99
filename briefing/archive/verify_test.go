//go:build !windows

package archive

import (
	"testing"
)

// TestVerifyReadsEachVersionOnce counts what doctor has to do for statements of
// many versions: twice the versions are twice the work.
func TestVerifyReadsEachVersionOnce(t *testing.T) {
	work := func(versions int) float64 {
		a, o := oneStatement(t)
		for range versions {
			if err := o.keep(); err != nil {
				t.Fatal(err)
			}
		}
		return testing.AllocsPerRun(2, func() {
			if h, err := a.Verify(); err != nil || h.Versions != versions+1 {
				t.Fatalf("%+v, %v", h, err)
			}
		})
	}
	few, many := work(50), work(100)
	t.Logf("%.0f and %.0f", few, many)
	if many > 2.2*few {
		t.Errorf("50 versions take %.0f allocations, and 100 versions %.0f", few, many)
	}
}
