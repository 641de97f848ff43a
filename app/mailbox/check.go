package mailbox

import (
	"context"

	"afterword/data"
)

// A Checked is what a connection test found.
type Checked struct {
	Folders []data.Folder // INBOX and Sent, with their roles
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
	return Checked{Folders: folders}, nil
}
