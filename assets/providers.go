package assets

import _ "embed"

//go:embed providers.json
var providers []byte

// Providers returns the table of mail providers as JSON: hosts, ports and what
// each asks for at sign-in.
func Providers() []byte { return providers }
