// Package assets holds what the program brings with it: templates, samples,
// fonts, house style, messages and icons. main hands them to app as an fs.FS,
// so that tests can hand it something else.
package assets

import "embed"

// Files is everything the program brings, with paths such as
// "templates/eu-statement/parts.toml".
//
//go:embed fonts help hyphenation icon.png intake lang precedent samples sheet.toml spelling style templates
var Files embed.FS
