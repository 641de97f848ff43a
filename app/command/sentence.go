package command

import (
	"errors"
	"fmt"
	"strings"

	"afterword/data"
)

// sentence puts an error into words for the terminal: what happened, and what
// to do where that is known.
func sentence(err error) string {
	text := err.Error()
	for _, layer := range []string{"read: ", "write: "} {
		text = strings.TrimPrefix(text, layer)
	}
	for _, kind := range []error{data.ErrInvalid, errUsage} {
		text = strings.TrimSuffix(text, ": "+kind.Error())
	}
	switch {
	case errors.Is(err, data.ErrForeign):
		return text + "; it was left as it is. Choose another folder with --home"
	case errors.Is(err, data.ErrFull):
		return text + "; what was saved before is safe. Free some space and try again"
	case errors.Is(err, data.ErrReadOnly) && !errors.Is(err, data.ErrNewer):
		return text + "; nothing was changed. Allow changes to the folder and try again"
	case errors.Is(err, data.ErrNewer):
		return text + "; nothing was changed. Use the newer Afterword for this folder"
	}
	return text
}

// advise adds what to do to an error of one kind.
func advise(err, kind error, advice string) error {
	if errors.Is(err, kind) {
		return fmt.Errorf("%w; %s", err, advice)
	}
	return err
}
