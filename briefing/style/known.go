package style

// Known is what the workspace knows besides the statement. The zero Known
// knows nothing, and what would need it goes unchecked.
type Known struct{}
