package desk

import (
	"fmt"

	"afterword/assets"
	"afterword/data"
)

// invalid is data.ErrInvalid with its reason, in the user's language: windows
// show it as it is.
func invalid(reason string) error { return fmt.Errorf("%s: %w", reason, data.ErrInvalid) }

// nameless is the trouble with a person who has no name.
func nameless() error { return invalid(assets.L("a name is needed")) }
