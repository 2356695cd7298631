import { halfTheModel } from '../support/model-suite.ts';

halfTheModel(1);
