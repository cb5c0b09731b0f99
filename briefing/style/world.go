package style

import "slices"

// AllCountries are the countries of the world as the guide calls them; those it
// says nothing about are called as CLDR has it.
func (g Guide) AllCountries() []Country { return slices.Clone(g.countries) }
