#!/bin/bash
# What a build pod does: fetches the source, builds its Dockerfile with buildah, pushes the image, and leaves the image's
# digest as the container's last word.
#
#   GIT_URI GIT_REF CONTEXT_DIR DOCKERFILE  the source
#   OUTPUT                                  the image with its tag
set -euo pipefail

echo "Cloning \"$GIT_URI\" ..."
git clone --quiet "$GIT_URI" /tmp/source
git -C /tmp/source checkout --quiet "$GIT_REF"
git -C /tmp/source --no-pager log -1 --format='  Commit: %H (%s)%n  Author: %an <%ae>%n  Date:   %ad'

# The pod is the isolation: what the Dockerfile runs, runs in a chroot of it. The node keeps the layers for the next Build of the
# same BuildConfig; one at a time, since buildah's own locks are the pod's.
exec 9>/var/lib/containers/one-at-a-time
flock 9
storage=(--storage-driver overlay --root /var/lib/containers/storage)
buildah "${storage[@]}" build --isolation chroot --layers --tag "$OUTPUT" \
  --file "/tmp/source/$CONTEXT_DIR/$DOCKERFILE" "/tmp/source/$CONTEXT_DIR"

echo "Pushing image $OUTPUT ..."
buildah "${storage[@]}" push --quiet --disable-compression --digestfile /tmp/digest "$OUTPUT" "docker://$OUTPUT"
echo "Successfully pushed ${OUTPUT%:*}@$(cat /tmp/digest)"
cp /tmp/digest /dev/termination-log
echo "Push successful"
