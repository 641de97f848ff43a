package mailbox

import (
	"context"

	"afterword/data"
)

// A Checked is what a connection test found.
type Checked struct {
	Folders []data.Folder // the Sent folder and the INBOX, which are always watched
	Offered []data.Folder // Junk, Archive and All Mail as far as they are there, to be chosen
}

// Test connects as the account says and tells each step as it goes. It opens
// the INBOX read-only and changes nothing.
func Test(ctx context.Context, a Account, step func(Step)) (Checked, error) {
	s, err := open(ctx, a, step)
	if err != nil {
		return Checked{}, err
	}
	defer s.drop()
	step(Step{StepOpened, StepRunning})
	folders, err := s.folders(ctx)
	if err == nil {
		_, err = s.examine(ctx, "INBOX")
	}
	if err != nil {
		step(Step{StepOpened, StepFailed})
		return Checked{}, err
	}
	step(Step{StepOpened, StepOK})
	s.leave(ctx)
	var c Checked
	for _, f := range folders {
		if f.Role == "inbox" || f.Role == "sent" {
			c.Folders = append(c.Folders, f)
		} else {
			c.Offered = append(c.Offered, f)
		}
	}
	return c, nil
}
