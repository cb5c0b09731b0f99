package archive

// PackAll packs whatever there is.
func (a *Archive) PackAll() (bool, error) { return a.pack(1, 1) }
